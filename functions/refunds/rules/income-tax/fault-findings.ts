/** Faults of a year's items as findings that name the field of the form. */
import type { Finding } from '../../../core/pure/law'
import type { Text } from '../../../core/pure/text'
import { incomeTaxForm } from '../../data/income-tax/form'
import { settlementRules } from '../../data/income-tax/sources'
import type { Fault } from './faults'

/** Where the path of an item is not the key of its field. */
const KEYS: Readonly<Record<string, string>> = {
  'bonus.amount': 'bonusAmount',
  'bonus.prepaid': 'bonusPrepaid',
  'donations.limited': 'donationsLimited',
  'donations.full': 'donationsFull',
  'additional.childrenEducation': 'educationChildren',
  'additional.infantCare': 'infants',
  'additional.elder.months': 'elderMonths',
  'additional.elder.monthly': 'elderMonthly',
  'additional.housingLoan.months': 'loanMonths',
  'additional.housingLoan.share': 'loanShare',
  'additional.housingLoan.monthsBefore': 'loanMonthsBefore',
  'additional.rent': 'rentFirst',
  'additional.degree.months': 'degreeMonths',
  'additional.degree.monthsBefore': 'degreeMonthsBefore',
  'additional.illness': 'illnessPersons',
}

/** `additional.infantCare.0.months` → `infant1Months`. */
const listKey = (path: string): string | undefined => {
  const match = /^additional\.(childrenEducation|infantCare|illness)\.(\d)(?:\.(months|share))?$/.exec(path)
  if (!match) return undefined
  const number = Number(match[2]) + 1
  if (match[1] === 'illness') return `illness${number}`
  const part = match[3] === 'share' ? 'Share' : 'Months'
  return `${match[1] === 'infantCare' ? 'infant' : 'education'}${number}${part}`
}

/** The field of the form that an item was filled in at; the last part of a path is its key otherwise. */
export const fieldKeyOf = (path: string): string =>
  KEYS[path] ?? listKey(path) ?? path.slice(path.lastIndexOf('.') + 1)

const labels: ReadonlyMap<string, Text> = new Map(
  incomeTaxForm.sections.flatMap(({ fields }) => fields.map(({ key, label }) => [key, label] as const)),
)

/** It stops the claim, and is found at its field. */
export const faultFinding = ({ path, code, text }: Fault): Finding => {
  const key = fieldKeyOf(path)
  return {
    code: `${key}.${code}`,
    rule: text,
    basis: settlementRules,
    unconfirmed: false,
    ok: false,
    found: labels.get(key),
  }
}
