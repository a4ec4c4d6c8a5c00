#!/usr/bin/env bash
# LLamaSharp 0.30.0 (with LLamaSharp.Backend.Cpu 0.30.0): ModelParams does not map a model, llama.cpp does.
#
# Behaviour: llama.cpp's own default is to map the file, so that weights are the file's pages, shared between processes and dropped under
# pressure. ModelParams has a LoadMode of its own, which is None by default: all weights are read into anonymous memory. Whoever sizes a
# machine by llama.cpp's numbers needs the model's size once more, in memory that can't be dropped.
#
# Seen: "ModelParams: None" and "llama.cpp: MemoryMap". Ends with 1 where that is no longer so. Needs the .NET SDK 10.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="LLamaSharp" Version="0.30.0" />
    <PackageReference Include="LLamaSharp.Backend.Cpu" Version="0.30.0" />
  </ItemGroup>
</Project>
XML
cat >Program.cs <<'CS'
using System;
using LLama.Common;
using LLama.Native;

NativeLibraryConfig.All.WithLogCallback((_, _) => { });
NativeApi.llama_empty_call();
Console.WriteLine($"ModelParams: {new ModelParams("model.gguf").LoadMode}");
Console.WriteLine($"llama.cpp: {LLamaModelParams.Default().load_mode}");
CS
dotnet build -c Release --nologo -v quiet >build.log 2>&1 || { cat build.log; exit 2; }
seen="$(dotnet bin/Release/net10.0/finding.dll)"
echo "$seen"
[ "$seen" = "ModelParams: None
llama.cpp: MemoryMap" ]
