/** The face of a number: the figures, very large, and how it stands; while it is called, the window above all. */
import { View } from '@tarojs/components'
import { isLive } from '../../../../functions/queue/rules/states'
import type { QueueTicket } from '../../../client/own-numbers'
import { useText } from '../../../messages'
import { lineText, texts as queue } from '../../../messages/queue'
import { classes, role } from '../../../ui'
import { texts } from '../messages'
import { spelled } from '../model/spelled'

const Figures = ({ it, small = false }: { readonly it: QueueTicket; readonly small?: boolean }) => {
  const t = useText(texts)
  return (
    <View
      id="number"
      className={classes('q-number', small && 'small')}
      {...role('text')}
      aria-label={t('spelled', { number: spelled(it.number) })}
    >
      {it.number}
    </View>
  )
}

const Called = ({ it }: { readonly it: QueueTicket }) => {
  const t = useText(texts)
  return (
    <View id="face" className="sb-card q-face called">
      <View className="q-line">{t(it.window === undefined ? 'number.look' : 'number.goTo')}</View>
      {it.window !== undefined && (
        <View id="window" className="q-window">
          {it.window}
        </View>
      )}
      <View className="q-small">{t('number.mine')}</View>
      <Figures it={it} small={it.window !== undefined} />
    </View>
  )
}

export const Face = ({ it }: { readonly it: QueueTicket }) => {
  const t = useText(texts)
  const words = useText(queue)
  const line = lineText(words, it)
  return (
    <>
      {/* Said when it changes; the figures beside it change with each look and would drown it. */}
      <View id="said" className="sb-hidden" role="status" aria-live="polite">
        {line}
      </View>
      {it.state === 'called' ? (
        <Called it={it} />
      ) : (
        <View id="face" className={classes('sb-card', 'q-face', !isLive(it.state) && 'off')}>
          <View className="q-small">{t('number.mine')}</View>
          <Figures it={it} />
          <View id="line" className="q-line">
            {it.state === 'passed' ? words('state.passed') : line}
          </View>
        </View>
      )}
    </>
  )
}
