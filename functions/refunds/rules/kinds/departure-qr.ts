/** What the QR code of a departure form says: which form it is, and a seal of it that the server makes and checks. */
import { isVerificationCode, plainCode } from '../../../core/pure/verification-code'

const VERSION = 'SBTF1'
/** Base64url or hexadecimal, of 96 bits and more. */
const SEAL = /^[A-Za-z0-9_-]{16,86}$/

export interface DepartureQr {
  /** Of the form: twelve characters, the last a check (`core/pure/verification-code`). */
  readonly code: string
  readonly mac: string
}

/** No personal data stands in it: whoever photographs it learns nothing. */
export const departureQrText = ({ code, mac }: DepartureQr): string => `${VERSION}:${plainCode(code)}:${mac}`

/** What was scanned; `undefined` when it is no form of ours. Whether the seal is good, the server tells. */
export const readDepartureQr = (scanned: string): DepartureQr | undefined => {
  const [version, code = '', mac = '', ...more] = scanned.trim().split(':')
  if (version !== VERSION || more.length > 0 || !isVerificationCode(code) || !SEAL.test(mac)) return undefined
  return { code: plainCode(code), mac }
}
