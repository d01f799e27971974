/** What saving came to: what is kept now, or why it is not. */
import { View } from '@tarojs/components'
import type { ApiError } from '../../../client/errors'
import { useText } from '../../../messages'
import { named, Note, role } from '../../../ui'
import { texts } from '../messages'

export const Told = ({
  id,
  said,
  error,
}: {
  readonly id: string
  readonly said: string | undefined
  readonly error: ApiError | undefined
}) => {
  const t = useText(texts)
  if (error)
    return (
      <Note tone="danger" icon="warn">
        <View {...named(`${id}-failed`)} {...role('alert')}>
          {t('failed', { why: error.message })}
        </View>
      </Note>
    )
  return said === undefined ? null : (
    <Note tone="ok" icon="check">
      <View {...named(`${id}-saved`)} {...role('status')} aria-live="polite">
        {said}
      </View>
    </Note>
  )
}
