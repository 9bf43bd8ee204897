/** Where a citizen is written to. */
import type { Host } from '../../subgraph.ts'
import type { Address } from '../chat.ts'
import type { CloudMessage } from './layout.ts'

/** The number while it is known and theirs, else the user id; never both. Null where nothing leads to this citizen any more. */
export async function addressee(
  { citizens }: Pick<Host, 'citizens'>,
  citizen: string,
  { mobile, userId }: Address,
): Promise<CloudMessage | null> {
  if (mobile && !(await citizens.isAnothers({ mobile }, citizen))) return { to: mobile }
  return userId && !(await citizens.isAnothers({ userId }, citizen)) ? { recipient: userId } : null
}
