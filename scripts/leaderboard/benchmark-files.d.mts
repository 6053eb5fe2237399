// Types of benchmark-files.mjs, for the tests.
export interface BenchmarkNote { readonly id: string; readonly style: string; readonly setting: 'outpatient' | 'inpatient'; readonly date: string; readonly type?: string; readonly text: string }
export interface BenchmarkLabel {
  readonly id: string;
  readonly style: string;
  readonly codes: readonly { readonly anyOf: readonly string[]; readonly status: 'required' | 'acceptable'; readonly quote: string; readonly why: string }[];
  readonly forbidden: readonly { readonly code: string; readonly why: string }[];
  readonly queries: readonly { readonly axis: string; readonly about: string; readonly quote: string; readonly status: 'required' | 'acceptable' }[];
  readonly facts: readonly { readonly axis: string; readonly value: string; readonly assert: string; readonly quote: string }[];
}
export interface Benchmark { readonly notes: readonly BenchmarkNote[]; readonly labels: readonly BenchmarkLabel[] }
export function readBenchmarkFiles(): Benchmark;
export function staleJsonl(benchmark: Benchmark): string[];
