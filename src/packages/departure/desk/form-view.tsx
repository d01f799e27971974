/** A form as a desk sees it: whose document to ask for, which goods, what stands against it today, and what happened. */
import { groupedCode } from '../../../../functions/core/pure/verification-code'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Card, Column, Fact, Row, Tag, Words } from '../../../ui'
import { Findings } from '../../../ui/findings'
import { Timeline } from '../../../ui/timeline'
import { texts } from '../messages'
import type { DeskForm } from '../model/answers'
import { asFinding } from '../model/shown'
import { DaysCard } from '../parts/days-card'
import { FormMoney } from '../parts/money'
import { useItems } from '../parts/way'
import { toneOf, useModeText, useStateText, useYuan } from '../parts/words'

export const DeskHead = ({ it }: { readonly it: DeskForm }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const stateText = useStateText()
  const modeText = useModeText()
  return (
    <Card id="desk-form">
      <Column gap={8}>
        <Row gap={8} wrap>
          <Words as="h num" level={2}>
            {groupedCode(it.code)}
          </Words>
          <Tag tone={toneOf(it.state)}>{stateText(it.state)}</Tag>
        </Row>
        <Fact label={t('desk.total')}>{yuan(it.total)}</Fact>
        <Fact label={t('desk.net')}>
          <Words as="b num">{yuan(it.net)}</Words>
        </Fact>
        <Fact label={t('form.mode')}>{modeText(it.mode)}</Fact>
        <Fact label={t('form.port')}>{it.portName}</Fact>
        {it.account && <Fact label={t('form.account')}>{`${it.account.bank} ${it.account.number}`}</Fact>}
      </Column>
    </Card>
  )
}

const Traveller = ({ it: { traveller } }: { readonly it: DeskForm }) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <Card id="desk-traveller">
      <Column gap={8}>
        <Words as="h" level={2}>
          {t('desk.traveller')}
        </Words>
        <Fact label={t('desk.name')}>{traveller.name}</Fact>
        <Fact label={t('desk.document')}>{traveller.document}</Fact>
        <Fact label={t('desk.number')}>{traveller.number}</Fact>
        {traveller.nationality !== '' && <Fact label={t('desk.nationality')}>{traveller.nationality}</Fact>}
        {traveller.enteredOn !== null && (
          <Fact label={t('desk.entered')}>{datedText(traveller.enteredOn, language)}</Fact>
        )}
        <Words as="s">{t('desk.compare')}</Words>
      </Column>
    </Card>
  )
}

const Goods = ({ it: { goods, purchasedOn } }: { readonly it: DeskForm }) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <Card id="desk-goods">
      <Column gap={8}>
        <Words as="h" level={2}>
          {t('desk.goods')}
        </Words>
        <Fact label={t('desk.kind')}>{goods.kind}</Fact>
        <Fact label={t('desk.shop')}>{goods.shop}</Fact>
        <Fact label={t('desk.invoices')}>
          {goods.invoices.map((number) => (
            <Words key={number} as="num">
              {number}
            </Words>
          ))}
        </Fact>
        <Fact label={t('desk.bought')}>{datedText(purchasedOn, language)}</Fact>
      </Column>
    </Card>
  )
}

export const DeskDetails = ({ it }: { readonly it: DeskForm }) => {
  const t = useText(texts)
  const items = useItems(it)
  return (
    <>
      <Traveller it={it} />
      <Goods it={it} />
      <Card>
        <Column gap={12}>
          <Words as="h" level={2}>
            {t('result.rules')}
          </Words>
          <Findings id="rules" findings={it.findings.map(asFinding)} />
        </Column>
      </Card>
      {it.days && <DaysCard days={it.days} />}
      <FormMoney it={it} />
      <Timeline id="way" items={items} />
    </>
  )
}
