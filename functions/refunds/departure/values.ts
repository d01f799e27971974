/** The answers of a departure form: opened for who may read them, and the number of an account among them. */
import type { DataKey } from '../../core/io/security/contract'
import { AppError } from '../../core/pure/errors'
import type { Values } from '../../core/pure/forms'
import type { BankAccount } from '../work/account'
import type { DepartureFormDoc } from './collections'

export const sealValues = (key: DataKey, id: string, values: Values): string =>
  key.seal(`departureForms|${id}|values`, JSON.stringify(values))

/** None once the traveller is erased. */
export const openValues = (
  key: DataKey | undefined,
  id: string,
  { values }: Pick<DepartureFormDoc, 'values'>,
): Record<string, string | number | boolean> =>
  key
    ? (JSON.parse(key.open(`departureForms|${id}|values`, values)) as Record<
        string,
        string | number | boolean
      >)
    : {}

export const sealTraveller = (key: DataKey, id: string, account: BankAccount): string =>
  key.seal(`departureForms|${id}|account`, JSON.stringify(account))

export const openTraveller = (key: DataKey, id: string, sealed: string): BankAccount =>
  JSON.parse(key.open(`departureForms|${id}|account`, sealed)) as BankAccount

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Where the money is to go, where the form says so: the traveller's own account. */
export const accountIn = (values: Values): BankAccount | undefined =>
  values.mode === 'transfer'
    ? {
        bank: textOf(values.transferBank),
        holder: textOf(values.travellerName),
        number: textOf(values.transferAccount),
      }
    : undefined

/**
 * Every invoice that the form names, as it is compared: capitals, nothing between the digits.
 * @throws AppError FORM_FAULTS when there is none
 */
export const invoicesIn = ({ invoiceNo }: Values): readonly string[] => {
  const numbers = textOf(invoiceNo)
    .split('/')
    .map((number) => number.replace(/-/g, '').toUpperCase())
    .filter((number) => number !== '')
  if (numbers.length === 0)
    throw new AppError('FORM_FAULTS', { faults: [{ key: 'invoiceNo', problem: 'required', words: '' }] })
  return [...new Set(numbers)]
}
