// Types of read-benchmark.mjs, for the tests.
import type { Benchmark } from './benchmark-files.mjs';
export function readBenchmark(style: string, text: string): Benchmark;
