/** What a refusal brings with it, read with care: it came over the wire. Pure. */
import type { Finding } from '../../../../functions/core/pure/law'
import { text } from '../../../../functions/core/pure/text'
import type { ApiError } from '../../../client/errors'
import { isRecord } from '../../../client/storage'

const listIn = (data: unknown, name: string): readonly Readonly<Record<string, unknown>>[] => {
  const list = isRecord(data) ? data[name] : undefined
  return Array.isArray(list) ? list.filter(isRecord) : []
}

const wordsOf = (value: unknown) => {
  const words = typeof value === 'string' ? value : ''
  return text(words, words)
}

/** INVOICE_FAULTS: in the caller's language already. */
export const faultsIn = (error: ApiError | undefined): readonly Finding[] =>
  error?.code === 'INVOICE_FAULTS'
    ? listIn(error.data, 'findings').map(({ code, rule, found, basis, unconfirmed }) => ({
        code: String(code),
        ok: false,
        rule: wordsOf(rule),
        basis: wordsOf(basis),
        unconfirmed: unconfirmed === true,
        ...(found === undefined ? {} : { found: wordsOf(found) }),
      }))
    : []

/** REIMBURSED_BEFORE: by the id of the wallet's invoice, whether the caller did it. */
export const reimbursedIn = (error: ApiError | undefined): ReadonlyMap<string, boolean> =>
  new Map(
    error?.code === 'REIMBURSED_BEFORE'
      ? listIn(error.data, 'invoices').map(({ id, own }) => [String(id), own === true])
      : [],
  )

/** TITLE_FAULTS: by field. */
export const titleFaultsIn = (error: ApiError | undefined): ReadonlyMap<string, string> =>
  new Map(
    error?.code === 'TITLE_FAULTS'
      ? listIn(error.data, 'faults').map(({ field, words }) => [String(field), String(words)])
      : [],
  )

/** CHECKS_SPENT: when it can be asked again. */
export const againIn = (error: ApiError | undefined): number | undefined => {
  const again = error?.code === 'CHECKS_SPENT' && isRecord(error.data) ? error.data['again'] : undefined
  return typeof again === 'number' ? again : undefined
}
