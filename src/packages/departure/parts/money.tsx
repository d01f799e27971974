/** Amounts of a form: refund, fee and net line by line, and what was advanced, charged back and paid. */
import { useText } from '../../../messages'
import { Card, Column, Fact, Words } from '../../../ui'
import { Lines } from '../../../ui/lines'
import { texts } from '../messages'
import type { FormFull } from '../model/answers'
import { asLine } from '../model/shown'
import { useYuan } from './words'

const MOVED = ['advanced', 'charged', 'paid'] as const

export const FormMoney = ({ it }: { readonly it: Pick<FormFull, 'amount' | (typeof MOVED)[number]> }) => {
  const t = useText(texts)
  const yuan = useYuan()
  return (
    <Card id="money">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('money.title')}
        </Words>
        {it.amount && <Lines id="lines" lines={it.amount.lines.map(asLine)} />}
        {MOVED.filter((one) => it[one] > 0).map((one) => (
          <Fact key={one} label={t(`money.${one}`)}>
            {yuan(it[one])}
          </Fact>
        ))}
      </Column>
    </Card>
  )
}
