/** What ids and codes in notices are called. */
import type { Services } from '../core/io/context'
import { catalogueOf } from '../halls/public'
import type { Names } from './rules/words'

export const namesOf = async (services: Pick<Services, 'store' | 'clock'>): Promise<Names> => {
  const { halls, matters } = await catalogueOf(services)
  return { hall: (id) => halls.get(id)?.name, matter: (code) => matters.get(code)?.name }
}
