import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { ProofDeed } from './actor';

export const PROOF_OF = Symbol('deed that needs a fresh proof');

/** Only who has shown lately that it is them: where the settings of the house name this deed. */
export const NeedsProof = (deed: ProofDeed) =>
  applyDecorators(SetMetadata(PROOF_OF, deed), ApiExtension('x-proof', deed));
