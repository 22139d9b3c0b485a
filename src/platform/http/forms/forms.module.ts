import { Global, Module } from '@nestjs/common';
import { LibrarySecrets } from '../../secrets/library-secrets.js';
import { FormTokens } from './form-tokens.js';

/** What pages with forms need of the library. */
@Global()
@Module({ providers: [LibrarySecrets, FormTokens], exports: [LibrarySecrets, FormTokens] })
export class FormsModule {}
