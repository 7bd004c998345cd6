import { Conflict, DomainError, InvalidInput } from '../../errors/domain-error';

/** 412: the request does not speak the one version of tus that we do. */
export class AnotherTus extends DomainError {
  readonly status = 412;
  readonly code = 'upload.another_protocol';

  constructor() {
    super('Uploads are resumed by tus 1.0.0. Send the header Tus-Resumable: 1.0.0.');
  }
}

/** What is sent does not begin where what has arrived ends. */
export class WrongOffset extends Conflict {
  readonly code = 'upload.wrong_offset';

  constructor() {
    super('Another part of this file has arrived meanwhile. Ask how much of it is here (HEAD), and go on from there.');
  }
}

export class TooManyUnfinished extends Conflict {
  readonly code = 'upload.too_many_unfinished';

  constructor(most: number) {
    super(`You have ${most} files on their way that never arrived. Finish or cancel some of them first.`);
  }
}

/** 400: the headers are not those that tus asks for. */
export class NotTus extends InvalidInput {
  override readonly code = 'upload.not_tus';

  constructor(said: string) {
    const sentence = `This is no request of tus 1.0.0: ${said || 'look at its headers'}.`;
    super({ headers: [sentence] }, sentence);
  }
}
