;; Joined with three copies of a guest (guests.json, "joins"): what no C compiler says, a copy from one memory to another.
;; Each copies bytes from an address of the memory before to an address of the memory whose number it has, and returns how many.
(module
  (import "0" "memory" (memory i64 1 262144))
  (import "1" "memory_1" (memory i64 1 262144))
  (import "2" "memory_2" (memory i64 1 262144))
  (func (export "hand_over_1") (param $source i64) (param $target i64) (param $bytes i64) (result i64)
    (memory.copy 1 0 (local.get $target) (local.get $source) (local.get $bytes))
    (local.get $bytes))
  (func (export "hand_over_2") (param $source i64) (param $target i64) (param $bytes i64) (result i64)
    (memory.copy 2 1 (local.get $target) (local.get $source) (local.get $bytes))
    (local.get $bytes)))
