/** The taxes that a taxpayer may have to do with, and how often one files for them. */
import type { TaxpayerKind } from '../../core/pure/taxpayer-kinds'
import { text, type Text } from '../../core/pure/text'

export const TAXES = [
  'vat',
  'consumption',
  'cit',
  'iitWithholding',
  'iitBusiness',
  'iitAnnual',
  'iitAbroad',
  'iitDeductions',
  'stamp',
  'property',
  'landUse',
  'resource',
  'environment',
  'vehicleVessel',
  'exportRefund',
  'statements',
] as const
export type Tax = (typeof TAXES)[number]

/** How often one files for a tax that leaves the choice. */
export const PERIODS = ['month', 'quarter', 'half', 'year'] as const
export type Period = (typeof PERIODS)[number]

export const PERIOD_NAMES: Readonly<Record<Period, Text>> = {
  month: text('按月', 'Monthly'),
  quarter: text('按季', 'Quarterly'),
  half: text('按半年', 'Half-yearly'),
  year: text('按年', 'Yearly'),
}

/** What most of a kind file, until somebody says otherwise. */
export const USUAL_TAXES: Readonly<Record<TaxpayerKind, readonly Tax[]>> = {
  person: ['iitAnnual', 'iitDeductions'],
  selfEmployed: ['vat', 'iitBusiness'],
  smallScale: ['vat', 'cit', 'iitWithholding', 'stamp', 'statements'],
  general: ['vat', 'cit', 'iitWithholding', 'stamp', 'statements'],
}
