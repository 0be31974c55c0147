// Command control-plane is a Kubernetes control plane for tests, in one binary: the first argument says which part runs,
// and what follows are that part's own flags.
//
// It holds what a test of manifests needs: a store, an API server, the controllers, a scheduler, and kwok for nodes and
// pods that are not there. For tests of running programs it also holds nodes: the real kubelet on a runtime that starts
// containers as namespaces of this machine, and the network that joins them (`bed`). Every part ends when its standard input
// does, so that none outlives the test that started it, however that test ends.
package main

import (
	"fmt"
	"io"
	"os"
	"sort"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"go.etcd.io/etcd/server/v3/etcdmain"
	"k8s.io/component-base/cli"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	controllers "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	scheduler "k8s.io/kubernetes/cmd/kube-scheduler/app"
	kwokconfig "sigs.k8s.io/kwok/pkg/config"
	kwok "sigs.k8s.io/kwok/pkg/kwok/cmd"
	kwoklog "sigs.k8s.io/kwok/pkg/log"
	"sigs.k8s.io/kwok/pkg/utils/signals"

	"github.com/pulsarc/pulsarc/e2e/control-plane/bed"
	"github.com/pulsarc/pulsarc/e2e/control-plane/node"

	// Kubernetes' own commands register their metrics so.
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	_ "k8s.io/component-base/metrics/prometheus/version"
)

// parts are what the binary can be. Each takes its arguments without the program's name and gives an exit code.
var parts = map[string]func(arguments []string) int{
	"etcd": func(arguments []string) int {
		etcdmain.Main(append([]string{"etcd"}, arguments...))
		return 0
	},
	"apiserver":   command(apiserver.NewAPIServerCommand),
	"controllers": command(controllers.NewControllerManagerCommand),
	"scheduler":   command(func() *cobra.Command { return scheduler.NewSchedulerCommand() }),
	"kwok":        simulate,
	"credentials": credentials,
	"bed":         bed.Run,
	"node":        node.Run,
}

// command runs a part of Kubernetes, which is a command of cobra's.
func command(build func() *cobra.Command) func([]string) int {
	return func(arguments []string) int {
		part := build()
		part.SetArgs(arguments)
		return cli.Run(part)
	}
}

// simulate runs kwok on a set of flags of its own: Kubernetes' packages have put theirs into the set that it would use,
// and the two meet in one name.
func simulate(arguments []string) int {
	os.Args = append([]string{"kwok"}, arguments...)
	pflag.CommandLine = pflag.NewFlagSet("kwok", pflag.ContinueOnError)
	flags := pflag.NewFlagSet("global", pflag.ContinueOnError)
	flags.ParseErrorsAllowlist.UnknownFlags = true
	flags.Usage = func() {}
	ctx, _ := kwoklog.InitFlags(signals.SetupSignalContext(), flags)
	ctx, err := kwokconfig.InitFlags(ctx, flags)
	if err == nil {
		part := kwok.NewCommand(ctx)
		part.PersistentFlags().AddFlagSet(flags)
		err = part.ExecuteContext(ctx)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func main() {
	if len(os.Args) > 1 {
		if run, known := parts[os.Args[1]]; known {
			go func() {
				_, _ = io.Copy(io.Discard, os.Stdin)
				os.Exit(0)
			}()
			os.Exit(run(os.Args[2:]))
		}
	}
	names := make([]string, 0, len(parts))
	for name := range parts {
		names = append(names, name)
	}
	sort.Strings(names)
	fmt.Fprintf(os.Stderr, "usage: control-plane %s [flags]\n", strings.Join(names, "|"))
	os.Exit(2)
}
