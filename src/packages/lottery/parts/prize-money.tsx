/** What comes of a prize, line by line: what was won, what is withheld and why, what is paid. */
import type { Line } from '../../../../functions/core/pure/law'
import { fen } from '../../../../functions/core/pure/money'
import { text } from '../../../../functions/core/pure/text'
import { dayOf } from '../../../../functions/core/pure/time'
import { taxOn } from '../../../../functions/lottery/rules/prize-tax'
import { useText } from '../../../messages'
import { Card, Column, Words } from '../../../ui'
import { Lines } from '../../../ui/lines'
import { texts } from '../messages'
import type { Prize } from '../model/answers'

/** By the law of the day it was won; what was withheld otherwise is shown as it was. */
const useMoneyLines = (it: Prize): readonly Line[] => {
  const t = useText(texts)
  const reckoned = taxOn({ prize: it.fen, wonOn: dayOf(it.wonAt) })
  if (reckoned.tax === it.tax) return reckoned.lines
  const line = (key: 'prize' | 'tax' | 'payable', amount: number): Line => {
    const label = t(`money.${key}`)
    return { key, label: text(label, label), fen: fen(amount) }
  }
  return [line('prize', it.fen), line('tax', -it.tax), line('payable', it.payable)]
}

export const PrizeMoney = ({ it }: { readonly it: Prize }) => {
  const t = useText(texts)
  return (
    <Card id="money">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('money.title')}
        </Words>
        <Lines id="money-lines" lines={useMoneyLines(it)} />
      </Column>
    </Card>
  )
}
