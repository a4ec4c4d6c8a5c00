using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Cases;

/// <summary>What rooms promise of their cases, for the tests of a room to hold it to.</summary>
internal static class CaseAssert
{
    internal static void IsInStandard(string id) =>
        Assert.True(
            Catalog.Named(id).Description.Profile <= Profile.Standard,
            $"{id} is not in standard"
        );

    internal static void IsInFullOnly(string benchmark) =>
        Assert.All(
            Catalog.Of(benchmark),
            measured => Assert.Equal(Profile.Full, measured.Description.Profile)
        );

    internal static void IsInEachProfile(string benchmark) =>
        Assert.All(
            Enum.GetValues<Profile>(),
            profile =>
                Assert.Contains(
                    Catalog.Of(benchmark),
                    measured => measured.Description.Profile <= profile
                )
        );

    internal static void HasControlsInItsProfiles(string benchmark) =>
        Assert.All(
            Catalog.Of(benchmark),
            measured =>
                Assert.All(
                    measured.Controls,
                    control =>
                        Assert.True(
                            Catalog.Named(control.Value).Description.Profile
                                <= measured.Description.Profile,
                            $"{measured.Id}: {control.Value} is measured in larger profiles only"
                        )
                )
        );

    internal static void KeepsResident(string benchmark, Func<Case, ulong> bytes) =>
        Assert.All(
            Catalog.Of(benchmark),
            measured => Assert.Equal(bytes(measured), measured.Description.ResidentBytes)
        );

    /// <summary>The bytes of a case's parameter Size.</summary>
    internal static ulong SizeOf(Case measured) =>
        ((ByteSize)measured.Values.Items.Single(item => item.Name == "Size").Value).Bytes;
}
