/// The files of a new flow: they lint clean, and their scenario passes.
package struct Starter: Sendable {
  /// Name of the flow's folder.
  package let id: String

  /// nil when a name is no id: small letters, digits and dashes, a letter first.
  package init?(_ id: String) {
    guard id.count <= 60, id.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil else { return nil }
    self.id = id
  }

  /// Paths below the folder of flows, with their texts.
  package var files: [(path: String, text: String)] {
    [("\(id)/flow.yaml", flow), ("\(id)/scenarios/first.yaml", scenario)]
  }

  private var flow: String {
    """
    # What this flow decides, in a line or two.
    #
    # An editor with a YAML language server completes and checks this file after
    #   fairway flow schema > flow.schema.json
    # yaml-language-server: $schema=../flow.schema.json
    fairway: 1
    flow: \(id)
    title: What this flow is about
    version: "0.1"
    start: seen

    # Facts that only a person knows; a command or a text that holds {{workload}} asks for it.
    inputs:
      - fact: workload
        title: Name of the deployment
        hint: kubectl get deployments -n NAMESPACE
        pattern: '^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$'

    nodes:

      # A question. 'when' says what the evidence must hold for an option to be offered first.
      seen:
        kind: question
        title: What does the pod say?
        help: One or two short sentences on why this is asked. Somebody reads them at three in the morning.
        options:
          - id: absent
            label: The image was not found
            when: {fact: pull.class, is: not-found}
            class: not-found
            go: look
          - id: cannot-tell
            label: I cannot tell
            go: ask-owner

      # A command. It only reads, and every way it can end has a way on.
      look:
        kind: command
        title: Which image does the deployment name?
        run: kubectl get deployment {{workload}} -n {{namespace}} -o json
        effect: read
        proves: What new pods of this deployment will pull.
        does-not-prove: That the registry holds it.
        facts: {namedImage: 'spec.template.spec.containers[0].image'}
        outcomes:
          - id: same
            label: the image that the pod could not pull
            when: {json: 'spec.template.spec.containers[*].image', is: '{{image}}'}
            go: correct-image
        else: {label: another image by now, go: ask-owner}
        failed: {label: could not find out, go: ask-owner}

      # Leaves: a remedy has everything that is needed to do it safely.
      correct-image:
        kind: remediation
        title: Correct the image of {{workload}}
        class: not-found
        cause: tag-missing
        why: The registry answered that it does not hold {{image}}.
        changes: the image of one deployment, which starts new pods
        commands:
          - label: Go back to the image before
            run: kubectl rollout undo deployment/{{workload}} -n {{namespace}}
            effect: change
        rights: patch on deployments in the namespace
        takes: as long as a pull takes
        verify:
          - label: Look for a pull that is newer than the fix
            run: kubectl get events -n {{namespace}} --field-selector reason=Pulled --sort-by=.lastTimestamp
            effect: read
        undo:
          - label: Take the change back
            run: kubectl rollout undo deployment/{{workload}} -n {{namespace}}
            effect: change
        avoid: Do not push another image under the same tag; nobody can tell them apart afterwards.
        source:
          - {url: https://kubernetes.io/docs/concepts/containers/images/, seen: 2026-11-21}

      ask-owner:
        kind: remediation
        title: Ask the owner of the workload
        verdict: escalate
        why: What is known does not decide it.
        escalate:
          to: the owner of the workload
          attach: [the output of kubectl describe pod]
        source:
          - {url: https://kubernetes.io/docs/concepts/containers/images/, seen: 2026-11-21}

    """
  }

  private var scenario: String {
    """
    # Recorded evidence, what each command printed, and the path that must be walked. 'fairway flow test' runs it and
    # says which nodes and edges no scenario takes yet.
    scenario: first
    title: The deployment names an image that is not there
    evidence: |
      Failed to pull image "contoso.azurecr.io/orders:1.4.9": failed to pull and unpack image "contoso.azurecr.io/orders:1.4.9": failed to resolve reference "contoso.azurecr.io/orders:1.4.9": contoso.azurecr.io/orders:1.4.9: not found
    facts: {workload: orders, namespace: store}
    commands:
      - run: kubectl get deployment orders -n store -o json
        output: |
          {"spec": {"template": {"spec": {"containers": [{"name": "orders", "image": "contoso.azurecr.io/orders:1.4.9"}]}}}}
    expect:
      path: [seen/absent, look/same]
      class: not-found
      cause: tag-missing
      leaf: correct-image

    """
  }
}
