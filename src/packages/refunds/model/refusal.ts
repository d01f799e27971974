/** Why an application could not be handed in, read off the server's answer: each with its way on. Pure. */
import type { Finding } from '../../../../functions/core/pure/law'
import type { ApiError } from '../../../client/errors'
import type { CheckShown } from './answers'
import { asFinding } from './shown'

export interface Fault {
  readonly key: string
  readonly words: string
}

export type Refusal = { readonly message: string } & (
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  | { readonly kind: 'notEligible'; readonly findings: readonly Finding[] }
  | { readonly kind: 'materials'; readonly codes: readonly string[] }
  | { readonly kind: 'spent'; readonly left: number | undefined }
  | { readonly kind: 'claimedBefore'; readonly caseId: string | undefined }
  | { readonly kind: 'account' | 'office' | 'notVerified' | 'gone' | 'signIn' | 'again' | 'other' }
)

type Fields = Readonly<Record<string, unknown>>
const fields = (data: unknown): Fields => (typeof data === 'object' && data !== null ? (data as Fields) : {})
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const texts = (value: unknown): readonly string[] =>
  list(value).filter((one): one is string => typeof one === 'string')
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

const faultsIn = (data: Fields): readonly Fault[] =>
  list(data['faults']).map((one) => {
    const { key, words } = fields(one)
    return { key: textIn(key), words: textIn(words) }
  })

/** The contract's shape; what a later server says besides is passed over. */
const findingsIn = (data: Fields): readonly Finding[] =>
  list(data['findings']).map((one) => asFinding(one as CheckShown['findings'][number]))

export const readRefusal = ({ code, message, data, retry }: ApiError, needsSignIn: boolean): Refusal => {
  const told = fields(data)
  switch (code) {
    case 'FORM_FAULTS':
      return { kind: 'faults', message, faults: faultsIn(told) }
    case 'NOT_ELIGIBLE':
      return { kind: 'notEligible', message, findings: findingsIn(told) }
    case 'MATERIALS_MISSING':
      return { kind: 'materials', message, codes: texts(told['codes']) }
    case 'VOUCHER_SPENT':
      return { kind: 'spent', message, left: typeof told['left'] === 'number' ? told['left'] : undefined }
    case 'CLAIMED_BEFORE':
      return { kind: 'claimedBefore', message, caseId: textIn(told['caseId']) || undefined }
    case 'ACCOUNT_MISSING':
    case 'EXPLANATION_MISSING':
      return { kind: 'account', message }
    case 'OFFICE_MISSING':
      return { kind: 'office', message }
    case 'NOT_VERIFIED':
      return { kind: 'notVerified', message }
    case 'NOT_FOUND':
      return { kind: 'gone', message }
    default:
      return { kind: needsSignIn ? 'signIn' : retry ? 'again' : 'other', message }
  }
}
