/** Names under which an invoice is known: pseudonyms of its numbers, so that a list of ids tells nothing. */
import type { Vault } from '../../core/io/security/contract'
import { naturalKey, type InvoiceFacts } from '../rules/invoice'

type Numbers = Pick<InvoiceFacts, 'code' | 'number'>

/** One invoice has one id, whoever asks and whatever else was read of it. */
export const invoiceIdOf = (vault: Pick<Vault, 'pseudonym'>, facts: Numbers): string =>
  `iv_${vault.pseudonym('invoice', naturalKey(facts))}`

export const reimbursedIdOf = (vault: Pick<Vault, 'pseudonym'>, facts: Numbers): string =>
  `ri_${vault.pseudonym('reimbursed', naturalKey(facts))}`

export const walletIdOf = (vault: Pick<Vault, 'pseudonym'>, owner: string, invoiceId: string): string =>
  `wi_${vault.pseudonym('wallet', `${owner}|${invoiceId}`)}`

/** Of a check code whatever is typed counts: its last six digits. */
export const checkTail = ({ checkCode }: Pick<InvoiceFacts, 'checkCode'>): string => checkCode.slice(-6)

/** Everything that a source is asked: another amount or day is another question. */
export const questionOf = (vault: Pick<Vault, 'pseudonym'>, facts: InvoiceFacts): string =>
  vault.pseudonym(
    'invoiceQuestion',
    [facts.kind, naturalKey(facts), facts.issuedOn, facts.amount, checkTail(facts)].join('|'),
  )

/** Width, spaces and capitals make no other name. */
export const nameKeyOf = (vault: Pick<Vault, 'pseudonym'>, name: string): string =>
  vault.pseudonym('invoiceName', name.normalize('NFKC').replace(/\s/g, '').toLowerCase())
