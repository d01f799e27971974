/** The form's QR text carries a seal: whoever scans it can tell that we made it. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Vault } from '../../core/io/security/contract'
import { isVerificationCode, plainCode } from '../../core/pure/verification-code'
import { departureQrText, readDepartureQr } from '../rules/kinds/departure-qr'

/** 96 bits. */
const MAC_CHARACTERS = 16

const macOf = (vault: Vault, code: string): string =>
  createHmac('sha256', vault.signingKey('departureForm'))
    .update(code)
    .digest('base64url')
    .slice(0, MAC_CHARACTERS)

export const formQrText = (vault: Vault, code: string): string =>
  departureQrText({ code, mac: macOf(vault, code) })

const isSealed = (vault: Vault, code: string, mac: string): boolean => {
  const expected = Buffer.from(macOf(vault, code))
  const given = Buffer.from(mac)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** The code that the QR of a paper names. */
const ON_PAPER = /(?:shuibang:verify:|[?&]code=)([0-9A-Za-z-]{12,20})/

/** The code of a form, as it was scanned from a phone or a paper, or typed; undefined for what is none, or is sealed wrongly. */
export const formCodeIn = (vault: Vault, given: string): string | undefined => {
  const scanned = readDepartureQr(given)
  if (scanned) return isSealed(vault, scanned.code, scanned.mac) ? scanned.code : undefined
  const typed = ON_PAPER.exec(given)?.[1] ?? given
  return isVerificationCode(typed) ? plainCode(typed) : undefined
}
