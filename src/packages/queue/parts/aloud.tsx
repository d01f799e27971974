/** How it stands with a number, in sentences: for large type and for whoever reads it out. */
import type { QueueTicket } from '../../../client/own-numbers'
import { useText } from '../../../messages'
import { lineText, texts as queue, waitText } from '../../../messages/queue'
import { Spoken } from '../../../ui/spoken'
import { texts } from '../messages'
import { spelled } from '../model/spelled'

export const Aloud = ({ it }: { readonly it: QueueTicket }) => {
  const t = useText(texts)
  const words = useText(queue)
  const said = {
    number: spelled(it.number),
    line: lineText(words, it),
    hall: it.hallName,
    matter: it.matterName,
  }
  return (
    <Spoken id="aloud">
      {it.state === 'waiting' && it.waiting
        ? t('spoken.waiting', { ...said, wait: waitText(words, it.waiting.estimate) })
        : t('spoken.other', said)}
    </Spoken>
  )
}
