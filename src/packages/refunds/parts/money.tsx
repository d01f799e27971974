/** What it comes to: as claimed, or as decided, line by line. */
import type { Line } from '../../../../functions/core/pure/law'
import { fen } from '../../../../functions/core/pure/money'
import { text } from '../../../../functions/core/pure/text'
import { useText } from '../../../messages'
import { Card, Column, Words } from '../../../ui'
import { Lines } from '../../../ui/lines'
import { texts } from '../messages'
import type { CaseFull } from '../model/answers'

type Part = 'claimed' | 'approved' | 'interest' | 'offset' | 'credited' | 'payable'

/** What is nothing is left out, but for what is claimed, approved and paid. */
const partsOf = ({ claimed, money }: CaseFull): readonly (readonly [Part, number])[] => {
  if (!money) return [['claimed', claimed]]
  const between: readonly (readonly [Part, number])[] = [
    ['interest', money.interest],
    ['offset', -money.offset],
    ['credited', -money.credited],
  ]
  return [
    ['claimed', claimed],
    ['approved', money.approved],
    ...between.filter(([, amount]) => amount !== 0),
    ['payable', money.payable],
  ]
}

export const CaseMoney = ({ it }: { readonly it: CaseFull }) => {
  const t = useText(texts)
  const line = ([key, amount]: readonly [Part, number]): Line => {
    const label = t(`money.${key}`)
    return { key, label: text(label, label), fen: fen(amount) }
  }
  return (
    <Card id="money">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('money.title')}
        </Words>
        <Lines id="money-lines" lines={partsOf(it).map(line)} />
        {!it.money && <Words as="s">{t('money.notYet')}</Words>}
      </Column>
    </Card>
  )
}
