/** Who wants me to act for them: what it would allow, until when, and a yes or a no in words. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { AUTHORISATION_SCOPES } from '../../../functions/accounts/data/scopes'
import { say } from '../../../functions/core/pure/text'
import { dayOf } from '../../../functions/core/pure/time'
import { api, type Output } from '../../client/api'
import { useAction } from '../../client/use-action'
import { useQuery } from '../../client/use-query'
import { useLanguage, useText, type Language } from '../../messages'
import { texts } from './messages'
import { common } from '../../messages/common'
import { Badge, Button, List, ListItem, Note, Section, Sheet, Toast, Words } from '../../ui'

export type Offer = Output<'accounts', 'pendingAuthorisations'>['items'][number]

/** What an authorisation covers, in the reader's language. */
export const scopesText = (scope: readonly string[], language: Language): string =>
  AUTHORISATION_SCOPES.filter(({ name }) => scope.includes(name))
    .map(({ words }) => say(words, language))
    .join(language === 'en' ? ', ' : '、')

const AnswerSheet = ({
  offer,
  onAnswered,
  onClose,
}: {
  readonly offer: Offer
  readonly onAnswered: (accepted: boolean) => void
  readonly onClose: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const accept = useAction((authorisationId: string, key) =>
    api.accounts.acceptAuthorisation({ authorisationId }, { key }),
  )
  const decline = useAction((authorisationId: string, key) =>
    api.accounts.declineAuthorisation({ authorisationId }, { key }),
  )
  const error = accept.error ?? decline.error
  const answer = async (action: typeof accept, accepted: boolean): Promise<void> => {
    accept.clear()
    decline.clear()
    if (await action.run(offer.id)) onAnswered(accepted)
  }
  return (
    <Sheet id="offer-sheet" open title={t('offerTitle', { name: offer.name })} onClose={onClose}>
      <Words as="s num">{offer.number}</Words>
      <Words>
        {t('offerWords', { scopes: scopesText(offer.scope, language), date: dayOf(offer.expiresAt) })}
      </Words>
      <Words as="s">{t('offerBy', { date: dayOf(offer.acceptBy) })}</Words>
      {error && (
        <Note tone="danger" icon="warn">
          {error.message}
        </Note>
      )}
      <View className="sb-pair">
        <Button id="offer-no" kind="ghost" loading={decline.busy} onPress={() => void answer(decline, false)}>
          {t('offerNo')}
        </Button>
        <Button id="offer-yes" loading={accept.busy} onPress={() => void answer(accept, true)}>
          {t('offerYes')}
        </Button>
      </View>
    </Sheet>
  )
}

/** Nothing at all where nobody asks; a list that could not be fetched says so and can be tried again. */
export const Offers = ({ onChange }: { readonly onChange: () => void }) => {
  const t = useText(texts)
  const words = useText(common)
  const language = useLanguage()
  const offers = useQuery('my:offers', () => api.accounts.pendingAuthorisations({}))
  const [picked, setPicked] = useState<Offer>()
  const [said, setSaid] = useState<string>()
  const items = offers.data?.items ?? []
  const answered = (accepted: boolean): void => {
    setPicked(undefined)
    setSaid(t(accepted ? 'offerAccepted' : 'offerDeclined'))
    void offers.refetch()
    if (accepted) onChange()
  }
  return (
    <>
      {offers.error && !offers.data && (
        <Note tone="warn" icon="warn">
          <View>{t('offersFailed')}</View>
          <Button id="offers-retry" kind="ghost" onPress={() => void offers.refetch()}>
            {words('retry')}
          </Button>
        </Note>
      )}
      {items.length > 0 && (
        <>
          <Section>{t('offersTitle')}</Section>
          <List id="offers">
            {items.map((offer) => (
              <ListItem
                key={offer.id}
                lead={<Badge icon={offer.kind === 'person' ? 'me' : 'company'} />}
                title={t('offerRow', { name: offer.name })}
                note={t('givenUntil', {
                  scopes: scopesText(offer.scope, language),
                  date: dayOf(offer.expiresAt),
                })}
                onPress={() => setPicked(offer)}
              />
            ))}
          </List>
          {offers.data?.next !== undefined && <Words as="s">{t('offersMore')}</Words>}
        </>
      )}
      {picked && <AnswerSheet offer={picked} onAnswered={answered} onClose={() => setPicked(undefined)} />}
      <Toast text={said} onDone={() => setSaid(undefined)} />
    </>
  )
}
