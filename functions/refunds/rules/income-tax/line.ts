/** How a line of an explained settlement is made: what it is called and stands on is the same for every taxpayer of a year. */
import type { Basis, Line } from '../../../core/pure/law'
import { yuanDisplay, type Fen } from '../../../core/pure/money'
import type { Text } from '../../../core/pure/text'
import { incomeTaxLaw11, incomeTaxLaw5, incomeTaxLaw6, withholdingRules } from '../../data/income-tax/sources'
import { LINE_LABELS, type LineKey } from '../../data/income-tax/words'
import type { Figures } from './tables'

/** The part of a line that does not depend on amounts, made once a year: of one shape, which is what makes lines quick. */
export interface LineHead {
  readonly key: LineKey
  readonly label: Text
  readonly basis: Text
  readonly unconfirmed: boolean
}

/** By the key of the line; support of parents stands on another row for siblings. */
export type LineHeads = Readonly<Record<LineKey | 'elderShared', LineHead>>

type Standing = Pick<Basis, 'basis' | 'unconfirmed'>

const head = (key: LineKey, { basis, unconfirmed }: Standing): LineHead => ({
  key,
  label: LINE_LABELS[key],
  basis,
  unconfirmed,
})

const lawful = (basis: Text): Standing => ({ basis, unconfirmed: false })

/** @param bonus what a bonus taxed apart stands on, where there is such a rule */
export const headsOf = (
  figures: Figures,
  comprehensive: Standing,
  bonus: Standing = comprehensive,
): LineHeads => ({
  wages: head('wages', figures.wagesPercent),
  bonusMerged: head('bonusMerged', figures.wagesPercent),
  labour: head('labour', figures.labourPercent),
  manuscripts: head('manuscripts', figures.manuscriptsPercent),
  royalties: head('royalties', figures.royaltiesPercent),
  income: head('income', lawful(incomeTaxLaw6)),
  basicDeduction: head('basicDeduction', figures.basicDeduction),
  socialInsurance: head('socialInsurance', lawful(incomeTaxLaw6)),
  housingFund: head('housingFund', lawful(incomeTaxLaw6)),
  childrenEducation: head('childrenEducation', figures.childrenEducation),
  infantCare: head('infantCare', figures.infantCare),
  elderSupport: head('elderSupport', figures.elderOnlyChild),
  elderShared: head('elderSupport', figures.elderShared),
  housingLoan: head('housingLoan', figures.housingLoan),
  rent: head('rent', figures.rentFirst),
  degree: head('degree', figures.degree),
  certificate: head('certificate', figures.certificate),
  illness: head('illness', figures.illnessThreshold),
  annuity: head('annuity', figures.annuityPercent),
  healthInsurance: head('healthInsurance', figures.healthInsurance),
  personalPension: head('personalPension', figures.personalPension),
  deductions: head('deductions', lawful(incomeTaxLaw6)),
  beforeDonations: head('beforeDonations', lawful(incomeTaxLaw6)),
  donations: head('donations', figures.donationPercent),
  taxable: head('taxable', lawful(incomeTaxLaw6)),
  tax: head('tax', comprehensive),
  reductions: head('reductions', lawful(incomeTaxLaw5)),
  payable: head('payable', lawful(incomeTaxLaw5)),
  prepaid: head('prepaid', lawful(withholdingRules)),
  bonusPrepaid: head('bonusPrepaid', lawful(withholdingRules)),
  refund: head('refund', lawful(incomeTaxLaw11)),
  supplement: head('supplement', lawful(incomeTaxLaw11)),
  even: head('even', lawful(incomeTaxLaw11)),
  bonusSeparate: head('bonusSeparate', bonus),
  separateTotal: head('separateTotal', bonus),
  mergedTotal: head('mergedTotal', comprehensive),
})

/** Every line is made here, with all its parts and in one order. */
export const line = (
  { key, label, basis, unconfirmed }: LineHead,
  amount: Fen,
  how?: Text,
  rate?: string,
): Line => ({
  key,
  label,
  fen: amount,
  how,
  rate,
  basis,
  unconfirmed,
})

/** A formula reads the same in both languages. */
export const formula = (words: string): Text => ({ zh: words, en: words })

/** Sums and products of a formula are of whole fen already. */
export const yuan = (amount: number): string => yuanDisplay(amount as Fen)
