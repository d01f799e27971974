/** Every matter of a hall with who waits for it and how long; each opens the way to a number. */
import { useState } from 'react'
import { useText } from '../../../messages'
import { texts as queue, waitText } from '../../../messages/queue'
import { Empty, List, ListItem, SearchBox, Section } from '../../../ui'
import { texts } from '../messages'
import { EASY_TO_SEE, matching, type MatterLine } from '../model/matters'

/** Who waits, and how long somebody would who came now. */
export const useMatterText = () => {
  const t = useText(texts)
  const words = useText(queue)
  return ({ waiting, windows, estimate }: MatterLine): string => {
    const people = waiting === 0 ? t('hall.nobody') : t('hall.waitingFor', { n: waiting })
    if (windows === 0) return t('hall.row', { people, wait: t('hall.noWindow') })
    const wait =
      estimate.known || estimate.why === 'noWindow' ? waitText(words, estimate) : t(`hall.${estimate.why}`)
    return t('hall.row', { people, wait })
  }
}

export const MatterList = ({
  matters,
  onChoose,
}: {
  readonly matters: readonly MatterLine[]
  readonly onChoose: (matter: string) => void
}) => {
  const t = useText(texts)
  const [typed, setTyped] = useState('')
  const matterText = useMatterText()
  const found = matching(matters, typed)
  return (
    <>
      <Section>{t('hall.matters')}</Section>
      {matters.length > EASY_TO_SEE && (
        <SearchBox id="matter-search" value={typed} placeholder={t('hall.search')} onInput={setTyped} />
      )}
      {found.length === 0 && typed !== '' ? (
        <Empty
          icon="search"
          title={t('hall.none', { words: typed.trim() })}
          action={t('hall.showAll')}
          onAction={() => setTyped('')}
        />
      ) : (
        <List id="matters">
          {found.map((line) => (
            <ListItem
              key={line.matter}
              id={`matter-${line.matter}`}
              title={line.name}
              note={matterText(line)}
              onPress={() => onChoose(line.matter)}
            />
          ))}
        </List>
      )}
    </>
  )
}
