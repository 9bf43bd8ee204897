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

/** A list with one result for each number, in their order. */
export const inOrder =
  <T extends { readonly number: string }>(
    numbers: readonly string[],
    reader: Reader<readonly T[]>,
  ): Reader<readonly T[]> =>
  (value, path) => {
    const results = reader(value, path)
    if (results.length !== numbers.length || results.some(({ number }, i) => number !== numbers[i]))
      throw new ShapeError('the results are not those of the numbers')
    return results
  }
