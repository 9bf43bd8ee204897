/** A database written by a newer program than this one. */
export class FutureDatabase extends Error {
  override readonly name = 'FutureDatabase'

  constructor(found: number, known: number) {
    super(
      `the database is at version ${found}, this program knows ${known}: start the newer program, or restore a backup`,
    )
  }
}
