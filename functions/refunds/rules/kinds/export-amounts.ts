/** How much is refunded on an export, by either method, in whole fen and explained line by line. */
import type { Line } from '../../../core/pure/law'
import { fen, shareOf, subtractFen, yuanDisplay, type Fen } from '../../../core/pure/money'
import { text, type Text } from '../../../core/pure/text'
import { currencies, YUAN } from '../../data/kinds/currencies'
import { practice } from '../../data/statutes'
import { WHOLE, type Price, type Production, type Trading } from './export-figures'
import { decimalWords, figures as sameFigures, percentWords } from './words'

export interface ProductionAmounts {
  /** 免抵退税额, never below nothing. */
  readonly total: Fen
  readonly refund: Fen
  /** 免抵税额 */
  readonly credited: Fen
  /** 不得免征和抵扣税额, never below nothing. */
  readonly notCreditable: Fen
}

const rated = (amount: Fen, rate: number): Fen => shareOf(amount, rate, WHOLE)
const above0 = (amount: number): Fen => fen(Math.max(0, amount))

/** Each product rounded to the fen, as the declaration has a row for each. */
export const productionAmounts = ({ price, bonded, credit, refund, levy }: Production): ProductionAmounts => {
  const difference = Math.max(0, levy - refund.rate)
  const total = above0(rated(price.yuan, refund.rate) - rated(bonded, refund.rate))
  const paid = fen(Math.min(total, credit))
  return {
    total,
    refund: paid,
    credited: subtractFen(total, paid),
    notCreditable: above0(rated(price.yuan, difference) - rated(bonded, difference)),
  }
}

const currencyName = (wanted: string): Text =>
  currencies.find(({ code }) => code === wanted)?.name ?? text(wanted, wanted)

const priceHow = ({ fob, fx, currency }: Price): Text => {
  const { zh, en } = currencyName(currency)
  const amounts = `${yuanDisplay(fob)} × ${yuanDisplay(fen(Math.floor(fx / 100)))}${String(fx % 100).padStart(2, '0')} ÷ 100`
  return text(`${zh} ${amounts}`, `${en} ${amounts}`)
}

const product = (amount: Fen, rate: number): Pick<Line, 'fen' | 'how' | 'rate'> => ({
  fen: rated(amount, rate),
  how: sameFigures(`${yuanDisplay(amount)} × ${percentWords(rate)}`),
  rate: decimalWords(rate),
})

const negative = <T extends Pick<Line, 'fen'>>(line: T): T => ({
  ...line,
  fen: subtractFen(fen(0), line.fen),
})

/** 免抵退: from the price to what is paid out, what is credited, and what neither is. */
export const productionLines = (figures: Production): readonly Line[] => {
  const { price, bonded, credit, refund, levy } = figures
  const { total, refund: paid, credited, notCreditable } = productionAmounts(figures)
  const { basis, unconfirmed } = refund
  const difference = Math.max(0, levy - refund.rate)
  return [
    {
      key: 'price',
      label: text('离岸价折合人民币', 'Price free on board in yuan'),
      fen: price.yuan,
      ...(price.currency === YUAN ? {} : { how: priceHow(price) }),
    },
    {
      key: 'onPrice',
      label: text('离岸价 × 退税率', 'Price × refund rate'),
      ...product(price.yuan, refund.rate),
      basis,
      unconfirmed,
    },
    ...(bonded > 0
      ? [
          negative({
            key: 'onBonded',
            label: text('免抵退税额抵减额', 'Less the same on materials bought free of tax'),
            ...product(bonded, refund.rate),
            basis: practice,
            unconfirmed: true,
          }),
        ]
      : []),
    { key: 'total', label: text('免抵退税额', 'Exempted, credited and refunded'), fen: total },
    { key: 'credit', label: text('期末留抵税额', 'VAT credit at the end of the period'), fen: credit },
    {
      key: 'refund',
      label: text('应退税额（两者中较小的）', 'Refund: the lower of the two'),
      fen: paid,
      basis: practice,
      unconfirmed: true,
    },
    { key: 'credited', label: text('免抵税额（不退款）', 'Credited, not paid out'), fen: credited },
    {
      key: 'notCreditable',
      label: text('不得免征和抵扣税额（转入成本）', 'Neither exempted nor credited: a cost'),
      fen: notCreditable,
      how: sameFigures(`(${yuanDisplay(price.yuan)} − ${yuanDisplay(bonded)}) × ${percentWords(difference)}`),
      basis: practice,
      unconfirmed: true,
    },
  ]
}

export const tradingRefund = ({ purchase, refund }: Trading): Fen => rated(purchase, refund.rate)

/** 免退: the purchase at the refund rate; the rest of its tax is a cost. */
export const tradingLines = (figures: Trading): readonly Line[] => {
  const { purchase, refund, levy } = figures
  const { basis, unconfirmed } = refund
  return [
    { key: 'purchase', label: text('购进金额（不含税）', 'Purchase without tax'), fen: purchase },
    {
      key: 'refund',
      label: text('应退税额', 'Refund'),
      ...product(purchase, refund.rate),
      basis,
      unconfirmed,
    },
    {
      key: 'toCost',
      label: text('征退税率之差（转入成本）', 'Difference of the two rates: a cost'),
      ...product(purchase, Math.max(0, levy - refund.rate)),
      basis: practice,
      unconfirmed: true,
    },
  ]
}
