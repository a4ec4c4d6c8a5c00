;; hand_over.wat with a deliberate fault, which the assertion must refuse: what is handed to the last memory never comes there.
(module
  (import "0" "memory" (memory i64 1 262144))
  (import "1" "memory_1" (memory i64 1 262144))
  (import "2" "memory_2" (memory i64 1 262144))
  (func (export "hand_over_1") (param $source i64) (param $target i64) (param $bytes i64) (result i64)
    (memory.copy 1 0 (local.get $target) (local.get $source) (local.get $bytes))
    (local.get $bytes))
  (func (export "hand_over_2") (param $source i64) (param $target i64) (param $bytes i64) (result i64)
    (local.get $bytes)))
