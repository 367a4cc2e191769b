"""Fuzzing, for as long as one likes: `make fuzz`, or `make fuzz MINUTES=5`.

`laws` says what must hold for any input, `seeds` what the fuzzer starts from, `inputs` lets atheris (which follows what
a mutation reaches in the code) break them, and `keys` presses random keys in the real program in a pty. Everything is
seeded: `python -m tests.fuzz --seed N` begins the same way again, `python -m tests.fuzz.keys N` repeats one round of
keys, `python -m tests.fuzz.inputs LAW FILE` one input. What failed lies below `.fuzz/failures`, what reached new code below
`.fuzz/corpus`, and is where the next run goes on from. A failure that was mended leaves a test beside the part it was in.
"""
