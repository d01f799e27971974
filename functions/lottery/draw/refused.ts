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
  /** The notary's signer refuses, or answers with what is no signature of hers. */
  | 'notary'
  /** The round that a freeze names is published already, or will be in a moment: whoever froze then could know it. */
  | 'tooLate'

export class DrawRefused extends Error {
  constructor(
    readonly code: DrawRefusal,
    message: string,
  ) {
    super(message)
    this.name = 'DrawRefused'
  }
}
