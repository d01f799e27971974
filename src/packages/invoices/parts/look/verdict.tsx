/** What a source answered of an invoice, in honest words, and what to do then. */
import { View } from '@tarojs/components'
import { useLanguage, useText } from '../../../../messages'
import { momentText } from '../../../../messages/dates'
import { Badge, Column, Fact, role, Row, Words, type IconName } from '../../../../ui'
import { ExternalLink } from '../../../../ui/external-link'
import { Spoken } from '../../../../ui/spoken'
import { texts } from '../../messages'
import type { Known } from '../../model/answers'
import { toneOf, verdictOf, type Verdict } from '../../model/outcome'
import { useYuan } from '../words'

/** 国家税务总局全国增值税发票查验平台 */
const OFFICIAL = 'https://inv-veri.chinatax.gov.cn/'

const ICONS: Readonly<Record<Verdict, IconName>> = {
  normal: 'check',
  void: 'close',
  red: 'close',
  mismatch: 'warn',
  notFound: 'clock',
  tooMany: 'clock',
  notCovered: 'info',
  unreachable: 'offline',
  unasked: 'info',
}

const Details = ({ known }: { readonly known: Known }) => {
  const t = useText(texts)
  const language = useLanguage()
  const yuan = useYuan()
  const { sellerName, total, buyer, byProxy, verifiedAt } = known
  return (
    <>
      {sellerName !== null && <Fact label={t('seller')}>{sellerName}</Fact>}
      {total !== null && <Fact label={t('total')}>{yuan(total)}</Fact>}
      {buyer !== 'unknown' && <Fact label={t('buyer')}>{t(`buyer.${buyer}`)}</Fact>}
      {byProxy === true && <Fact label={t('proxy')}>{t('proxy.yes')}</Fact>}
      {verifiedAt !== null && <Fact label={t('verifiedAt')}>{momentText(verifiedAt, language)}</Fact>}
    </>
  )
}

/** What is in the wallet need not be put there. */
const nextOf = (verdict: Verdict, kept: boolean) => {
  const isOther = verdict === 'normal' || verdict === 'mismatch' || verdict === 'unreachable'
  return kept && isOther ? (`verdict.${verdict}.kept` as const) : (`verdict.${verdict}.next` as const)
}

export const VerdictView = ({
  known,
  kept = false,
}: {
  readonly known: Known
  /** It is in the wallet already. */
  readonly kept?: boolean | undefined
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const verdict = verdictOf(known)
  const tone = toneOf(verdict)
  const time = known.again === null ? t('verdict.later') : momentText(known.again, language)
  const title = t(`verdict.${verdict}`)
  const next = t(nextOf(verdict, kept), { time })
  return (
    <Column gap={12}>
      <View id={`verdict-${verdict}`} {...role('status')} aria-live="polite">
        <Row start top>
          <Badge icon={ICONS[verdict]} tone={tone} />
          <Column gap={4} grow>
            <Words as={tone ? `h ${tone}` : 'h'} level={3}>
              {title}
            </Words>
            <Words>{next}</Words>
          </Column>
        </Row>
      </View>
      {known.outcome === 'match' && <Details known={known} />}
      {verdict === 'notCovered' && (
        <ExternalLink id="official" url={OFFICIAL} ghost>
          {t('official')}
        </ExternalLink>
      )}
      <Spoken id="verdict-spoken">{`${title}。${next}`}</Spoken>
    </Column>
  )
}
