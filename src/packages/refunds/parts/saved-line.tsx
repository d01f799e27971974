/** Whether what was filled in so far is kept on the server, and since when; what went wrong, with its way out. */
import { View } from '@tarojs/components'
import { minuteOf } from '../../../../functions/core/pure/time'
import { needsSignIn } from '../../../client/errors'
import { go, goSignIn, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { timeText } from '../../../messages/dates'
import { Button, Icon, Note, role, Words } from '../../../ui'
import { texts } from '../messages'
import type { Drafting } from './use-draft'

/** What can be done about it. */
const useWay = (draft: Drafting, onRetry: () => void, onAnew: () => void) => {
  const t = useText(texts)
  const code = draft.error?.code ?? ''
  if (needsSignIn(code)) return { id: 'save-sign-in', text: t('saved.signIn'), act: () => void goSignIn() }
  if (code === 'NOT_FOUND') return { id: 'save-anew', text: t('saved.anew'), act: onAnew }
  if (code === 'TOO_MANY_DRAFTS')
    return { id: 'save-drafts', text: t('saved.drafts'), act: () => void go(routes.refunds) }
  return { id: 'save-again', text: t('saved.again'), act: onRetry }
}

export const SavedLine = ({
  draft,
  onRetry,
  onAnew,
}: {
  readonly draft: Drafting
  readonly onRetry: () => void
  readonly onAnew: () => void
}) => {
  const t = useText(texts)
  const way = useWay(draft, onRetry, onAnew)
  const { error, saving, savedAt } = draft
  if (error && !saving)
    return (
      <Note tone="warn" icon="offline">
        <View id="save-failed" {...role('alert')}>
          <Words as="b">{t('saved.failed')}</Words>
          <Words>{error.code === 'NOT_FOUND' ? t('saved.gone') : error.message}</Words>
        </View>
        <Button id={way.id} kind="text" onPress={way.act}>
          {way.text}
        </Button>
      </Note>
    )
  if (!saving && savedAt === undefined) return null
  return (
    <View id="saved" className="rf-saved sb-s" {...role('status')}>
      <Icon name={saving ? 'cloud' : 'check'} size="small" />
      <View>{saving ? t('saved.saving') : t('saved.at', { time: timeText(minuteOf(savedAt ?? 0)) })}</View>
    </View>
  )
}
