/** The committed catalogue as the chat reads it through the gateway. */
import { servicesOf } from '../../subgraphs/whatsapp/catalogue.ts'
import { chatCatalogue } from '../../subgraphs/whatsapp/search.ts'
import { readCatalogue } from '../../vocabulary/catalogue.ts'

export const REAL = chatCatalogue(servicesOf(readCatalogue()))
