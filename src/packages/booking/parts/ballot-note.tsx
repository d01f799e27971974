/** That the seats of a day go to a ballot, as far as it has come, and the way to all of it. */
import { View } from '@tarojs/components'
import { go, routes } from '../../../client/routes'
import { useBallot, useTakesEntries } from '../../../client/waits'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Button, Note } from '../../../ui'
import { texts } from '../messages'

export const BallotNote = ({ hallId, day }: { readonly hallId: string; readonly day: string }) => {
  const t = useText(texts)
  const language = useLanguage()
  const ballot = useBallot(hallId, day).data?.items[0]
  const open = useTakesEntries(hallId, day)
  if (!ballot) return null
  return (
    <Note icon="people">
      <View id="ballot-note">
        {open
          ? t('ballot.open', { time: momentText(ballot.closesAt, language) })
          : t(ballot.state === 'drawn' ? 'ballot.drawn' : 'ballot.drawing')}
      </View>
      <Button id="see-ballot" kind="text" onPress={() => void go(routes.ballot({ hallId, day }))}>
        {t('ballot.see')}
      </Button>
    </Note>
  )
}
