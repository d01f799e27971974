/** Who may act for a taxpayer of mine, and who has not answered yet; each can be taken back. */
import { View } from '@tarojs/components'
import { dayOf } from '../../../functions/core/pure/time'
import { api, type Output } from '../../client/api'
import { useQuery } from '../../client/use-query'
import { useLanguage, useText } from '../../messages'
import { texts } from './messages'
import { Button, Column, Tag, Words } from '../../ui'
import { scopesText } from './offers'

export type Authorisation = Output<'accounts', 'authorisations'>['items'][number]

export const GIVEN = 'my:given'

const TONES = { waiting: 'gold', accepted: 'ok', declined: 'quiet', lapsed: 'quiet' } as const

/** Nothing where nobody was ever authorised. */
export const Given = ({
  taxpayerId,
  onWithdraw,
}: {
  readonly taxpayerId: string
  readonly onWithdraw: (authorisation: Authorisation) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const given = useQuery(GIVEN, () => api.accounts.authorisations({}))
  const rows = (given.data?.items ?? []).flatMap((one) =>
    one.taxpayerId === taxpayerId && one.state !== 'ended' ? [{ ...one, state: one.state }] : [],
  )
  if (rows.length === 0) return null
  return (
    <View id="given">
      <Column gap={8}>
        <Words as="b">{t('givenTitle')}</Words>
        {rows.map((one) => (
          <View key={one.id} className="sb-row g8">
            <Column grow>
              <Words>{t('givenAgent', { tail: one.agent.slice(-4).toUpperCase() })}</Words>
              <Words as="s">
                {t('givenUntil', { scopes: scopesText(one.scope, language), date: dayOf(one.expiresAt) })}
              </Words>
              <View className="sb-row start">
                <Tag tone={TONES[one.state]}>{t(`given.${one.state}`)}</Tag>
              </View>
            </Column>
            {(one.state === 'waiting' || one.state === 'accepted') && (
              <Button id={`withdraw-${one.agent}`} kind="ghost" onPress={() => onWithdraw(one)}>
                {t('withdraw')}
              </Button>
            )}
          </View>
        ))}
        {given.data?.next !== undefined && <Words as="s">{t('givenMore')}</Words>}
      </Column>
    </View>
  )
}
