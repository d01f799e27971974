/** Tax that was paid: the line that is claimed on, and the taxpayer's others. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { useLanguage, useText } from '../../../../messages'
import { datedText } from '../../../../messages/dates'
import { Button, Fact, Row, role, Tag, Words } from '../../../../ui'
import { texts } from '../../messages'
import { usePeriod } from '../../model/period'
import type { Review } from '../../model/steps'
import { useYuan } from '../../model/words'
import { Block } from './sections'

type Voucher = Review['vouchers'][number]

/** So many at once; the rest when asked for. */
const FEW = 3

const One = ({ of: voucher, claimed }: { readonly of: Voucher; readonly claimed: boolean }) => {
  const t = useText(texts)
  const language = useLanguage()
  const yuan = useYuan()
  const period = usePeriod()
  const { id, number, taxName, from, to, paidOn, paid, approved, left } = voucher
  return (
    <View id={`voucher-${id}`} className="wb-voucher" {...role('listitem')}>
      <Row start wrap gap={8}>
        <Words as="b">{taxName}</Words>
        {claimed && <Tag>{t('vouchers.this')}</Tag>}
      </Row>
      <Fact label={t('voucher.number')}>{number}</Fact>
      <Fact label={t('voucher.period')}>{period(from, to)}</Fact>
      <Fact label={t('voucher.paidOn')}>{datedText(paidOn, language)}</Fact>
      <Fact label={t('voucher.paid')}>{yuan(paid)}</Fact>
      {approved > 0 && <Fact label={t('voucher.approved')}>{yuan(approved)}</Fact>}
      <Fact label={t('voucher.left')}>
        <Words as="b num">{yuan(left)}</Words>
      </Fact>
    </View>
  )
}

export const Vouchers = ({ of: { case: one, vouchers } }: { readonly of: Review }) => {
  const t = useText(texts)
  const [all, setAll] = useState(false)
  const others = vouchers.filter(({ id }) => id !== one.voucher?.id)
  const shown = all ? others : others.slice(0, FEW)
  return (
    <Block id="vouchers" title={t('vouchers')}>
      {one.voucher ? (
        <View {...role('list')} aria-label={t('vouchers.this')}>
          <One of={one.voucher} claimed />
        </View>
      ) : (
        <Words as="s">{t('vouchers.noneOwn')}</Words>
      )}
      <Words as="b" level={3}>
        {t('vouchers.others')}
      </Words>
      {others.length === 0 && <Words as="s">{t('vouchers.none')}</Words>}
      {others.length > 0 && (
        <View {...role('list')} aria-label={t('vouchers.others')}>
          {shown.map((voucher) => (
            <One key={voucher.id} of={voucher} claimed={false} />
          ))}
        </View>
      )}
      {shown.length < others.length && (
        <Button id="all-vouchers" kind="text" onPress={() => setAll(true)}>
          {`${t('all')} ${others.length}`}
        </Button>
      )}
    </Block>
  )
}
