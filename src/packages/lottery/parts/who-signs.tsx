/** Whose key signed a draw, in words; and the parties who committed to secrets for the case that its round does not come. */
import { View } from '@tarojs/components'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Card, Column, role, Row, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import type { ToldDraw } from '../model/told-draw'
import { signerOf, toldParties, type PartyState, type ToldParties } from '../model/who-signs'
import { useNotary } from './queries'
import { Hash } from './rules-card'

/** The key is told at once; whose it is, once that is known. */
export const SignedBy = ({ publicKey }: { readonly publicKey: string }) => {
  const t = useText(texts)
  const { data } = useNotary()
  const signer = data && signerOf(publicKey, data)
  return (
    <Column gap={4}>
      <Hash id="notary" label={t('facts.notary')}>
        {publicKey}
      </Hash>
      {signer && (
        <Words id="signed-by" as="s">
          {signer === 'now' ? data.said : t(`signer.${signer}`)}
        </Words>
      )}
    </Column>
  )
}

const TONES: Readonly<Record<PartyState, 'quiet' | 'ok' | 'warn'>> = {
  committed: 'quiet',
  notNeeded: 'quiet',
  revealed: 'ok',
  missing: 'warn',
  wrong: 'warn',
}

const useLead = ({ source, reveal }: ToldParties): string => {
  const t = useText(texts)
  const language = useLanguage()
  if (!reveal) return t('parties.none')
  if (source) return t(`parties.${source}`)
  return t('parties.until', {
    from: momentText(reveal.from, language),
    by: momentText(reveal.by, language),
  })
}

const Told = ({ told }: { readonly told: ToldParties }) => {
  const t = useText(texts)
  const lead = useLead(told)
  return (
    <Card id="parties">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('parties.title')}
        </Words>
        {told.reveal && <Words as="s">{t('parties.why')}</Words>}
        <Words id="parties-lead">{lead}</Words>
        {told.parties.length > 0 && (
          <View {...role('list')} aria-label={t('parties.title')}>
            {told.parties.map(({ party, state }) => (
              <View key={party} className="lt-tier" {...role('listitem')}>
                <Row top gap={8} wrap>
                  <Words as="b">{party}</Words>
                  <Tag tone={TONES[state]}>{t(`party.${state}`)}</Tag>
                </Row>
              </View>
            ))}
          </View>
        )}
      </Column>
    </Card>
  )
}

export const Parties = ({ told }: { readonly told: ToldDraw }) => {
  const parties = toldParties(told)
  return parties ? <Told told={parties} /> : null
}
