/** What a new campaign begins with: an example of a city, or a campaign of one’s own. */
import { say } from '../../../../functions/core/pure/text'
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { Badge, Button, List, ListItem, Section, Sheet, Words } from '../../../ui'
import { texts } from '../messages'
import type { CampaignRow, Hall } from '../model/answers'
import { examples } from '../model/draft'

export const NewSheet = ({
  hall,
  campaigns,
  onClose,
}: {
  readonly hall: Hall
  readonly campaigns: readonly CampaignRow[]
  readonly onClose: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const begin = (wish: { readonly example?: string; readonly copy?: string }): void => {
    onClose()
    void go(routes.editCampaign({ hallId: hall.id, ...wish }))
  }
  return (
    <Sheet id="new-sheet" open title={t('new.title')} onClose={onClose}>
      <Words as="s">{t('new.lead')}</Words>
      <Section>{t('new.examples')}</Section>
      <List id="examples">
        {examples.map(({ id, name, draws }) => (
          <ListItem
            key={id}
            id={`example-${id}`}
            lead={<Badge icon="book" tone="quiet" />}
            title={say(name, language)}
            note={t('new.draws', { names: draws.map((draw) => say(draw.name, language)).join(' · ') })}
            onPress={() => begin({ example: id })}
          />
        ))}
      </List>
      {campaigns.length > 0 && (
        <>
          <Section>{t('new.own')}</Section>
          <List id="own">
            {campaigns.map(({ id, name }) => (
              <ListItem
                key={id}
                id={`copy-${id}`}
                lead={<Badge icon="idea" tone="gold" />}
                title={name}
                note={id}
                onPress={() => begin({ copy: id })}
              />
            ))}
          </List>
        </>
      )}
      <Button id="new-close" kind="ghost" onPress={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  )
}
