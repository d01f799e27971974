/** One of my taxpayers: what I said of it in a line, and its fields when I open it. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useLanguage, useText } from '../../../messages'
import { Badge, Button, Card, Column, Row, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import { NOTHING, same, saidOf, sentOf, type Own, type Traits } from '../model/traits'
import { Told } from './told'
import { TraitFields } from './trait-fields'

const isNothing = (traits: Traits): boolean => same(traits, NOTHING)

export const TaxpayerCard = ({
  own,
  begin,
  onSaved,
}: {
  readonly own: Own
  /** The only one that has nothing yet is open from the beginning. */
  readonly begin: boolean
  readonly onSaved: (traits: Traits) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const known = own.traits ?? NOTHING
  const [edited, setEdited] = useState<Traits>()
  const traits = edited ?? known
  const [open, setOpen] = useState(begin)
  const [said, setSaid] = useState<string>()
  const set = useAction((next: Traits, key) =>
    api.profiles.set({ taxpayerId: own.taxpayerId, traits: next }, { key }),
  )
  const told = saidOf(known, language).join(t('card.and'))
  const id = `card-${own.taxpayerId}`
  const save = async (next: Traits): Promise<void> => {
    setSaid(undefined)
    const saved = await set.run(sentOf(next))
    if (!saved) return
    const words = saidOf(saved.traits, language)
    setSaid(words.length === 0 ? t('card.savedNone') : t('card.saved', { said: words.join(t('card.and')) }))
    setEdited(undefined)
    setOpen(false)
    onSaved(saved.traits)
  }
  const changed = !same(sentOf(traits), known)
  return (
    <Card id={id}>
      <Column gap={12}>
        <Row start top>
          <Badge icon={own.kind === 'person' ? 'me' : 'company'} tone="quiet" />
          <Column grow>
            <Words as="h" level={2}>
              {own.name}
            </Words>
            <Words as="s">{told === '' ? t('card.unsaid') : told}</Words>
          </Column>
          <Tag tone={told === '' ? 'quiet' : 'ok'}>{t(`card.${own.kind}`)}</Tag>
        </Row>
        <Told id={id} said={said} error={set.error} />
        {open ? (
          <>
            <TraitFields
              id={id}
              of={own.kind}
              traits={traits}
              onChange={(next) => {
                setEdited(next)
                setSaid(undefined)
              }}
            />
            {changed && (
              <Words as="s warn" live>
                {t('card.edited')}
              </Words>
            )}
            <View className={isNothing(known) ? '' : 'sb-pair'}>
              {!isNothing(known) && (
                <Button id={`${id}-empty`} kind="ghost" onPress={() => void save(NOTHING)}>
                  {t('card.empty')}
                </Button>
              )}
              <Button id={`${id}-save`} block loading={set.busy} onPress={() => void save(traits)}>
                {t('card.save')}
              </Button>
            </View>
          </>
        ) : (
          <Button id={`${id}-open`} kind="ghost" icon="edit" onPress={() => setOpen(true)}>
            {t(told === '' ? 'card.open' : 'card.change')}
          </Button>
        )}
      </Column>
    </Card>
  )
}
