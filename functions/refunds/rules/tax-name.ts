/** What a voucher's tax is called. */
import { text, type Text } from '../../core/pure/text'
import { taxes, type TaxCode } from '../../core/pure/taxes'

export const isTax = (code: string): code is TaxCode => Object.prototype.hasOwnProperty.call(taxes, code)

/** A code of another version is told as it stands. */
export const taxName = (code: string): Text => (isTax(code) ? taxes[code] : text(code, code))
