/** The figures of an export: its refund rate, its price in yuan, and those of either method. */
import type { Values } from '../../../core/pure/forms'
import { inForce, type Basis } from '../../../core/pure/law'
import { fen, shareOf, type Fen } from '../../../core/pure/money'
import { text } from '../../../core/pure/text'
import { YUAN } from '../../data/kinds/currencies'
import { exportRates, levyRates, type RatedGoods } from '../../data/kinds/export'
import { FX_SCALE, MOST_FX } from '../../data/kinds/export-form'
import { countIn, dayIn, moneyIn, textIn } from './answers'
import { percentWords } from './words'

/** Rates are in parts of this. */
export const WHOLE = 10_000

/** A refund rate in 1/10 000, and what it stands on. */
export interface AppliedRate extends Basis {
  readonly rate: number
}

const isRated = (goods: string): goods is RatedGoods => Object.keys(exportRates).includes(goods)

/** As entered, with where it comes from. */
const enteredRate = (values: Values): AppliedRate | undefined => {
  const [rate, source] = [countIn(values, 'refundRate'), textIn(values, 'rateBasis')]
  if (rate === undefined || rate > WHOLE || source === undefined) return undefined
  const shown = percentWords(rate)
  return {
    rate,
    rule: text(`填报的退税率 ${shown}`, `The refund rate entered is ${shown}`),
    basis: text(`申请人填报：${source}`, `As the claimant says: ${source}`),
    unconfirmed: true,
  }
}

/** Of goods with rates of their own that of the day of export. */
export const refundRateOf = (values: Values): AppliedRate | undefined => {
  const [goods, exportedOn] = [textIn(values, 'goods'), dayIn(values, 'exportedOn')]
  if (goods === undefined || exportedOn === undefined) return undefined
  return isRated(goods) ? exportRates[goods].find((row) => inForce(row, exportedOn)) : enteredRate(values)
}

export const levyRateOf = (values: Values): number | undefined =>
  levyRates.find(({ value }) => value === values.levyRate)?.rate

/**
 * The price in yuan. `fob` in hundredths of its currency; `fx` in yuan for 100 units times 10 000 (`FX_SCALE`).
 * @example priceInYuan(fen(10_000_000), 7_123_400) // 100 000.00 US dollars at 712.34: 71 234 000 fen
 */
export const priceInYuan = (fob: Fen, fx: number): Fen => shareOf(fob, fx, FX_SCALE)

export interface Price {
  readonly currency: string
  readonly fob: Fen
  readonly fx: number
  readonly yuan: Fen
}

interface Rates {
  readonly refund: AppliedRate
  readonly levy: number
}

export interface Production extends Rates {
  readonly price: Price
  readonly bonded: Fen
  /** What is left of the credit at the end of the period. */
  readonly credit: Fen
}

export interface Trading extends Rates {
  readonly purchase: Fen
}

const ratesOf = (values: Values): Rates | undefined => {
  const [refund, levy] = [refundRateOf(values), levyRateOf(values)]
  return refund && levy !== undefined ? { refund, levy } : undefined
}

const priceOf = (values: Values): Price | undefined => {
  const [currency, fob] = [textIn(values, 'currency'), moneyIn(values, 'fob')]
  const fx = currency === YUAN ? FX_SCALE : countIn(values, 'fx')
  if (currency === undefined || fob === undefined || fx === undefined || fx > MOST_FX) return undefined
  return { currency, fob, fx, yuan: priceInYuan(fob, fx) }
}

export const productionOf = (values: Values): Production | undefined => {
  const [rates, price] = [ratesOf(values), priceOf(values)]
  const [bonded, periodEnd] = [moneyIn(values, 'bonded'), moneyIn(values, 'periodEndCredit')]
  if (!rates || !price || bonded === undefined || periodEnd === undefined) return undefined
  const refunded = moneyIn(values, 'creditRefunded') ?? 0
  return { ...rates, price, bonded, credit: fen(Math.max(0, periodEnd - refunded)) }
}

export const tradingOf = (values: Values): Trading | undefined => {
  const [rates, purchase] = [ratesOf(values), moneyIn(values, 'taxableAmount')]
  return rates && purchase !== undefined ? { ...rates, purchase } : undefined
}
