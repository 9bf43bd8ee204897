/** Many numbers in as few calls as an operation allows. */
import { type Reader, ShapeError } from './json.ts'

/** Asks for `size` at a time, all at once; the answers stand in the order of the numbers. */
export async function inBatches<T>(
  numbers: readonly string[],
  size: number,
  ask: (numbers: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const batches = Array.from({ length: Math.ceil(numbers.length / size) }, (_, i) =>
    numbers.slice(i * size, (i + 1) * size),
  )
  return (await Promise.all(batches.map(ask))).flat()
}

/** The result of each number, in their order; one that is missing or cannot be read is a ShapeError in its place, and spoils no other. */
export const inOrder =
  <T extends { readonly number: string }>(
    numbers: readonly string[],
    reader: Reader<readonly (T | ShapeError)[]>,
  ): Reader<readonly (T | ShapeError)[]> =>
  (value, path) => {
    const results = new Map(
      reader(value, path).flatMap((one) => (one instanceof ShapeError ? [] : [[one.number, one] as const])),
    )
    return numbers.map((number) => results.get(number) ?? new ShapeError('it has no result of this number'))
  }
