/** Which payment: the vouchers of the taxpayer, each with its tax, period, day, amount and what is left of it. */
import { View } from '@tarojs/components'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { classes, Column, Empty, Note, PagedList, press, role, Row, Tag, Words } from '../../../ui'
import { go, routes } from '../../../client/routes'
import { texts } from '../messages'
import type { Voucher } from '../model/answers'
import { useVouchers } from './queries'
import { useYuan } from './words'

const usePeriodText = () => {
  const t = useText(texts)
  const language = useLanguage()
  return ({ from, to }: Pick<Voucher, 'from' | 'to'>): string =>
    from === to
      ? datedText(from, language)
      : t('voucher.span', { from: datedText(from, language), to: datedText(to, language) })
}

export const VoucherFacts = ({ voucher }: { readonly voucher: Voucher }) => {
  const t = useText(texts)
  const language = useLanguage()
  const yuan = useYuan()
  const period = usePeriodText()(voucher)
  const { number, paidOn, paid, left } = voucher
  return (
    <Column gap={4}>
      <Words as="s">{t('voucher.period', { period })}</Words>
      <Words as="s">{t('voucher.paid', { day: datedText(paidOn, language), amount: yuan(paid) })}</Words>
      <Words as="s num">{t('voucher.number', { number })}</Words>
      <Words as="num b">{t('voucher.left', { amount: yuan(left) })}</Words>
    </Column>
  )
}

const One = ({
  voucher,
  chosen,
  onChoose,
}: {
  readonly voucher: Voucher
  readonly chosen: boolean
  readonly onChoose: () => void
}) => {
  const t = useText(texts)
  const spent = voucher.left <= 0
  return (
    <View
      id={`voucher-${voucher.number}`}
      className={classes('sb-card', 'rf-voucher', chosen && 'on', spent && 'off')}
      {...press({ role: 'radio', chosen, disabled: spent, onPress: onChoose })}
    >
      <Column gap={8}>
        <Row top gap={8}>
          <View className="sb-row g8 start grow">
            <View className="rf-mark" aria-hidden="true" />
            <Words as="b">{voucher.taxName}</Words>
          </View>
          {spent && <Tag tone="quiet">{t('voucher.spent')}</Tag>}
        </Row>
        <VoucherFacts voucher={voucher} />
      </Column>
    </View>
  )
}

export const VoucherStep = ({
  taxpayerId,
  chosen,
  tried,
  onChoose,
}: {
  readonly taxpayerId: string
  readonly chosen: Voucher | undefined
  readonly tried: boolean
  readonly onChoose: (voucher: Voucher) => void
}) => {
  const t = useText(texts)
  const pages = useVouchers(taxpayerId)
  return (
    <>
      <Words>{t('voucher.lead')}</Words>
      {tried && !chosen && (
        <Note tone="danger" icon="warn">
          <View id="voucher-missing" {...role('alert')}>
            {t('voucher.missing')}
          </View>
        </Note>
      )}
      <PagedList
        id="vouchers"
        label={t('voucher.list')}
        pages={pages}
        idOf={({ id }) => id}
        empty={
          <Empty
            icon="invoice"
            title={t('voucher.none')}
            action={t('ways.hall')}
            onAction={() => void go(routes.halls())}
          >
            {t('voucher.noneWay')}
          </Empty>
        }
      >
        {(voucher) => (
          <One voucher={voucher} chosen={voucher.id === chosen?.id} onChoose={() => onChoose(voucher)} />
        )}
      </PagedList>
    </>
  )
}
