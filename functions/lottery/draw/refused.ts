/** A draw that cannot be made as asked. The code is stable; the message is for operators. */
export type DrawRefusal =
  | 'noEntries'
  | 'notEntries'
  | 'repeatedEntry'
  | 'rules'
  | 'exclusions'
  | 'notFrozen'
  | 'otherNotary'
  | 'randomness'
  | 'seed'
  | 'otherDay'

export class DrawRefused extends Error {
  constructor(
    readonly code: DrawRefusal,
    message: string,
  ) {
    super(message)
    this.name = 'DrawRefused'
  }
}
