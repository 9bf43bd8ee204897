/** A commit would have given an application the case of another application of its department: nothing is changed. */
export class CaseTaken extends Error {
  override readonly name = 'CaseTaken'
}
