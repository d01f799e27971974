/** Invoice titles and their QR code by the authority's standard: lengths, versions, size. */
import type { Basis } from '../../core/pure/law'
import { text } from '../../core/pure/text'
import { titleStandard } from './statutes'

/** Of the name, of address and phone together, of bank and account together: a Chinese character counts as two. */
export const TITLE_LIMIT = 100

/** 纳税人识别号 */
export const TAX_NUMBER = /^[0-9A-Z]{15,20}$/

/** Error correction of the QR code. */
export const TITLE_ECC = 'M'
/** The least size of the printed code. */
export const TITLE_LEAST_CM = 2

export interface TitleQrVersion {
  readonly version: 12 | 18 | 25
  /** What the standard says it holds, as of capitals and digits. */
  readonly characters: number
  /** What it holds of bytes (ISO/IEC 18004, level M): base64 has small letters, so this is what counts. */
  readonly bytes: number
}

export const titleQrVersions: readonly TitleQrVersion[] = [
  { version: 12, characters: 419, bytes: 287 },
  { version: 18, characters: 816, bytes: 560 },
  { version: 25, characters: 1451, bytes: 997 },
]

export const titleBasis: Basis = {
  rule: text(
    '抬头二维码包含名称、税号、地址电话、开户行及账号',
    'The QR code of a title has name, tax number, address and phone, bank and account',
  ),
  basis: titleStandard,
  unconfirmed: false,
}
