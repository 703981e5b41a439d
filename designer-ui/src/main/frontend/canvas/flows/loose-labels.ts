import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';
import { getDi } from 'bpmn-js/lib/util/ModelUtil';
import { EXIT, property } from '../drawing';

/** A label that another tool placed beside a way goes when the way moves: it would stand where the line no longer is. */
export class LooseLabels extends CommandInterceptor {
  static $inject = ['eventBus', 'modeling'];

  constructor(eventBus: any, modeling: any) {
    super(eventBus);
    this.postExecuted(['connection.layout', 'connection.updateWaypoints'], ({ context }: any) => {
      const di: any = getDi(context.connection);
      if (di?.label && property(context.connection, EXIT) !== undefined) {
        modeling.updateModdleProperties(context.connection, di, { label: undefined });
      }
    });
  }
}
