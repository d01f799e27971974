/** What a scanned code may be: a paper's code inside the text that we print, an address that holds it, or the bare code. */
import { isVerificationCode } from '../../../../functions/core/pure/verification-code'

const NAMED = /(?:shuibang:verify:|[?&]code=)([0-9A-Za-z-]{12,20})/

/** The code in what was scanned; undefined when it is none of ours. */
export const codeIn = (scanned: string): string | undefined => {
  const code = NAMED.exec(scanned)?.[1] ?? scanned.trim()
  return isVerificationCode(code) ? code : undefined
}
