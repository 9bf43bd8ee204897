/** Nothing is switched off, but a process dwells on each filing between the mark that it is tried and the call: what `fencing` is compared with. */
import { dwell } from './dwell.ts'

dwell()
