/** What a step was refused for, beside its button. */
import { View } from '@tarojs/components'
import type { ApiError } from '../../../client/errors'
import { Note, role } from '../../../ui'

export const Failed = ({ id, error }: { readonly id?: string; readonly error: ApiError | undefined }) =>
  error ? (
    <Note tone="danger" icon="warn">
      <View {...(id ? { id } : {})} {...role('alert')}>
        {error.message}
      </View>
    </Note>
  ) : null
