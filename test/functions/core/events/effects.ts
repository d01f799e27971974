/** What handlers in these tests leave behind: one document an event. */
import { defineCollection } from '../../../../functions/core/io/store/collection'

export const effects = defineCollection<{ readonly v: 1 }>({
  name: 'effects',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'a test' },
})
